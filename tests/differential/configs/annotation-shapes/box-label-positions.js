// 400 x 300
{
  "type": "scatter",
  "data": {
    "datasets": []
  },
  "options": {
    "scales": {
      "x": {
        "display": false,
        "min": 0,
        "max": 10
      },
      "y": {
        "display": false,
        "min": 0,
        "max": 10
      }
    },
    "plugins": {
      "legend": {
        "display": false
      },
      "annotation": {
        "annotations": [
          {
            "type": "box",
            "xMin": 0.5,
            "xMax": 3.3,
            "yMin": 0.5,
            "yMax": 3.3,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "label": {
              "display": true,
              "content": "start start",
              "position": {
                "x": "start",
                "y": "start"
              },
              "font": {
                "size": 10
              }
            }
          },
          {
            "type": "box",
            "xMin": 0.5,
            "xMax": 3.3,
            "yMin": 3.6,
            "yMax": 6.4,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "label": {
              "display": true,
              "content": "start center",
              "position": {
                "x": "start",
                "y": "center"
              },
              "font": {
                "size": 10
              }
            }
          },
          {
            "type": "box",
            "xMin": 0.5,
            "xMax": 3.3,
            "yMin": 6.7,
            "yMax": 9.5,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "label": {
              "display": true,
              "content": "start end",
              "position": {
                "x": "start",
                "y": "end"
              },
              "font": {
                "size": 10
              }
            }
          },
          {
            "type": "box",
            "xMin": 3.6,
            "xMax": 6.4,
            "yMin": 0.5,
            "yMax": 3.3,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "label": {
              "display": true,
              "content": "center start",
              "position": {
                "x": "center",
                "y": "start"
              },
              "font": {
                "size": 10
              }
            }
          },
          {
            "type": "box",
            "xMin": 3.6,
            "xMax": 6.4,
            "yMin": 3.6,
            "yMax": 6.4,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "label": {
              "display": true,
              "content": "center center",
              "position": {
                "x": "center",
                "y": "center"
              },
              "font": {
                "size": 10
              }
            }
          },
          {
            "type": "box",
            "xMin": 3.6,
            "xMax": 6.4,
            "yMin": 6.7,
            "yMax": 9.5,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "label": {
              "display": true,
              "content": "center end",
              "position": {
                "x": "center",
                "y": "end"
              },
              "font": {
                "size": 10
              }
            }
          },
          {
            "type": "box",
            "xMin": 6.7,
            "xMax": 9.5,
            "yMin": 0.5,
            "yMax": 3.3,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "label": {
              "display": true,
              "content": "end start",
              "position": {
                "x": "end",
                "y": "start"
              },
              "font": {
                "size": 10
              }
            }
          },
          {
            "type": "box",
            "xMin": 6.7,
            "xMax": 9.5,
            "yMin": 3.6,
            "yMax": 6.4,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "label": {
              "display": true,
              "content": "end center",
              "position": {
                "x": "end",
                "y": "center"
              },
              "font": {
                "size": 10
              }
            }
          },
          {
            "type": "box",
            "xMin": 6.7,
            "xMax": 9.5,
            "yMin": 6.7,
            "yMax": 9.5,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "label": {
              "display": true,
              "content": "end end",
              "position": {
                "x": "end",
                "y": "end"
              },
              "font": {
                "size": 10
              }
            }
          }
        ]
      }
    }
  }
}
