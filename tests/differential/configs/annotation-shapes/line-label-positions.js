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
            "type": "line",
            "xMin": 0,
            "xMax": 10,
            "yMin": 1,
            "yMax": 1,
            "borderColor": "blue",
            "borderWidth": 4,
            "label": {
              "display": true,
              "content": "start",
              "position": "start"
            }
          },
          {
            "type": "line",
            "xMin": 0,
            "xMax": 10,
            "yMin": 2.6,
            "yMax": 2.6,
            "borderColor": "blue",
            "borderWidth": 4,
            "label": {
              "display": true,
              "content": "center",
              "position": "center"
            }
          },
          {
            "type": "line",
            "xMin": 0,
            "xMax": 10,
            "yMin": 4.2,
            "yMax": 4.2,
            "borderColor": "blue",
            "borderWidth": 4,
            "label": {
              "display": true,
              "content": "end",
              "position": "end"
            }
          },
          {
            "type": "line",
            "xMin": 0,
            "xMax": 10,
            "yMin": 5.800000000000001,
            "yMax": 5.800000000000001,
            "borderColor": "blue",
            "borderWidth": 4,
            "label": {
              "display": true,
              "content": "20%",
              "position": "20%"
            }
          },
          {
            "type": "line",
            "xMin": 0,
            "xMax": 10,
            "yMin": 7.4,
            "yMax": 7.4,
            "borderColor": "blue",
            "borderWidth": 4,
            "label": {
              "display": true,
              "content": "120%",
              "position": "120%"
            }
          },
          {
            "type": "line",
            "xMin": 0,
            "xMax": 10,
            "yMin": 9,
            "yMax": 9,
            "borderColor": "blue",
            "borderWidth": 4,
            "label": {
              "display": true,
              "content": "nonsense",
              "position": "nonsense"
            }
          }
        ]
      }
    }
  }
}
